import { grantRole } from "@/lib/roles/commands";
import { grantSchema } from "@/lib/roles/schema";
import { runStaffAct } from "@/lib/staff-act";

await runStaffAct({
  usage: `Usage: npm run grant -- EMAIL ROLE [OFFICE] [--as EMAIL]
ROLE is staff, administrator or local_office; OFFICE is the name of the local office.`,
  names: ["email", "role", "office"],
  schema: grantSchema,
  run: async (actor, grant, now) => {
    const { madeAccount, madeOffice, heldAlready } = await grantRole(actor, grant, now);
    const { email, role, office } = grant;
    const what = office ? `${role} for ${office}` : role;
    const account = `A staff account for ${email} was made. Its password is set by Forgot Password?.\n`;
    const place = `A new office ${office} was made. Check its name.\n`;
    const answer = heldAlready ? `${email} is ${what} already.` : `${email} is now ${what}.`;
    return (madeAccount ? account : "") + (madeOffice ? place : "") + answer;
  },
});
