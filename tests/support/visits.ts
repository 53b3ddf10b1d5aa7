import { type BrowserContext, test as base, expect, type Page } from "@playwright/test";
import { signIn } from "./sign-in";

type Visits = {
  /** A browser of one's own, signed in as this member. */
  visit: (member: { id: string }, how?: { javaScript?: boolean }) => Promise<Page>;
};

type Options = {
  /** The browser writes an error down for a page that is not there; some tests look for one. */
  looksForMissingPages: boolean;
};

/** Playwright's own test, which fails when a page writes an error to the browser's console. */
export const test = base.extend<Visits & Options>({
  looksForMissingPages: [false, { option: true }],

  context: async ({ context, looksForMissingPages }, use) => {
    const errors = watch(context, looksForMissingPages);
    await use(context);
    expectNone(errors);
  },

  visit: async ({ browser, looksForMissingPages }, use) => {
    const visits: { context: BrowserContext; errors: string[] }[] = [];
    await use(async (member, { javaScript = true } = {}) => {
      const context = await browser.newContext({ javaScriptEnabled: javaScript });
      visits.push({ context, errors: watch(context, looksForMissingPages) });
      await signIn(context, member);
      return context.newPage();
    });
    for (const { context } of visits) await context.close();
    expectNone(visits.flatMap(({ errors }) => errors));
  },
});

function watch(context: BrowserContext, looksForMissingPages: boolean): string[] {
  const errors: string[] = [];
  context.on("console", (message) => {
    const isAskedFor = looksForMissingPages && message.text().includes("status of 404");
    if (message.type() === "error" && !isAskedFor)
      errors.push(`${message.text()} ${message.location().url}`);
  });
  context.on("weberror", (error) => errors.push(String(error.error())));
  return errors;
}

function expectNone(errors: string[]) {
  expect(errors, "nothing is written to the browser's console as an error").toEqual([]);
}

export { expect };
