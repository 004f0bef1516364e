/**
 * Why a setting was not made, in words of ours: they stand in the events of the stack. What a service said may hold
 * what is nobody's business and is told by its type alone.
 */
export class Refused extends Error {
  override readonly name = 'Refused';
}
