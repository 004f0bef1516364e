/** The tests of `npm run test:full`: the real CDK CLI and other slow, real parts. */
module.exports = {
  ...require('./jest.config.js'),
  testPathIgnorePatterns: [],
  roots: ['<rootDir>/test/full'],
  testTimeout: 300_000,
};
