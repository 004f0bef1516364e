/** Where the present comes from. */
export interface Clock {
  now(): Date;
}
