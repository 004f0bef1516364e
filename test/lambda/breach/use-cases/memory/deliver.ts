import { notify } from '../../../../../lambda/breach/use-cases/notify';
import type { World } from './memory-ports';

/** Hands everything that the stream holds to the notifier, once. */
export async function deliver(world: World): Promise<void> {
  for (const message of world.register.stream.splice(0)) {
    await notify(message, world);
  }
}
