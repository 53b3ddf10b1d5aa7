/** The accounts of the demo association: printed by `npm run demo`, shown on its login page. */
export const demoAccounts: readonly { username: string; password: string; note: string }[] = [];
