import { db } from "@/lib/db";
import { seedDemo } from "./seed/demo";

// Run by `npm run demo` in a process of its own, with the database in the environment.
await seedDemo();
await db.$disconnect();
