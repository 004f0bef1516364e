/** Deeper than this, nothing in a template nests: reading and judging recurse, and must come to an end. */
export const MOST_LEVELS = 100;

/** What is said of a text that nests deeper. */
export const TOO_DEEP = `the template must nest at most ${MOST_LEVELS} levels deep, got: more`;
