/** Who can sign in to the demo association; these accounts exist in demo mode alone. */
export const DEMO_ACCOUNTS = [
  { label: "Amara Okafor, physician", login: "700100", password: "credence-demo" },
  { label: "Søren Ångström, physician", login: "700107", password: "credence-demo" },
  { label: "Siobhán O'Brien, sonographer", login: "700128", password: "credence-demo" },
  { label: "Grace Kim, personal trainer", login: "700240", password: "credence-demo" },
  { label: "Mateo Rossi, exercise physiologist", login: "700247", password: "credence-demo" },
  {
    label: "DeShawn Washington, property manager",
    login: "700233",
    password: "credence-demo",
  },
  {
    label: "Robin Officer, local office",
    login: "officer@example.org",
    password: "credence-demo",
  },
  { label: "Sam Coordinator, staff", login: "staff@example.org", password: "credence-demo" },
  { label: "Administrator", login: "admin@example.org", password: "credence-demo" },
] as const;
