import { isIP } from 'node:net';

/** Whether a host of a URL is this machine itself. */
export function isLoopback(host: string): boolean {
  const bare = host.replace(/^\[|\]$/g, '');
  return host === 'localhost' || bare === '::1' || (isIP(bare) === 4 && bare.startsWith('127.'));
}
