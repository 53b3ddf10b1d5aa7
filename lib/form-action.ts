import "server-only";
import type { Route } from "next";
import { refresh } from "next/cache";
import { headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { z } from "zod";
import { DomainError } from "@/lib/errors";
import { type FormState, SIGNED_OUT } from "@/lib/form-state";
import type { MemberActor } from "@/lib/members/rules";
import { inWordsOfMerged } from "@/lib/merged";
import { type Act, may } from "@/lib/roles/rules";
import { findActor, refuseRole } from "@/lib/session";
import { untouchedOf } from "@/lib/untouched";

/** Where to go after success, or the sentence to show when staying. */
export type Outcome = {
  redirectTo?: string;
  message?: string;
  /** Whether what was typed stays in the form: nothing was written yet. */
  isDraft?: boolean;
  /** What became of each of many. */
  results?: FormState["results"];
  /** Whom it would touch, before it is saved; what was typed stays in the form. */
  touched?: FormState["touched"];
  shownOnce?: FormState["shownOnce"];
};

type Run<Schema extends z.ZodObject> = (
  actor: MemberActor,
  input: z.output<Schema>,
  now: Date,
) => Promise<Outcome | undefined>;

/**
 * The one shape of an action: who asks, what they sent, one command, words for a refusal. Fields of
 * the schema that are `z.array` may repeat in the form; malformed `id` and `…Id` fields are never
 * typed by people and answer "not found".
 */
export function formAction<Schema extends z.ZodObject>(schema: Schema, run: Run<Schema>) {
  return async (_state: FormState, form: FormData): Promise<FormState> => {
    const actor = await findActor();
    if (!actor) return signedOut(schema, form);
    return answer(schema, form, (input, now) => run(actor, input, now));
  };
}

/**
 * The same for whoever may do the act by the table of roles. For all others there is no such form,
 * whatever they send: the door is asked before a field is looked at. Who is not signed in is told so.
 */
export function staffAction<Schema extends z.ZodObject>(
  act: Act,
  schema: Schema,
  run: Run<Schema>,
) {
  return async (_state: FormState, form: FormData): Promise<FormState> => {
    const actor = await findActor();
    if (!actor) return signedOut(schema, form);
    if (!may(actor, act)) return refuseRole();
    return answer(schema, form, (input, now) => run(actor, input, now));
  };
}

/**
 * Whose session ended while they typed keeps what they typed. Without JavaScript the page is made
 * again, leads to the login page, and what they typed is lost.
 */
function signedOut(schema: z.ZodObject, form: FormData): FormState {
  if (!(form instanceof FormData)) notFound();
  return {
    message: `${SIGNED_OUT} Log in again in another tab, then come back and send this form once more. What you typed is still here.`,
    isSignedOut: true,
    values: keptValues(fieldsOf(schema, form)),
  };
}

/**
 * What a form asks while it is typed, and what changes nothing: behind the same guards, and null
 * where they would refuse.
 */
export function formQuestion<Answer>(
  ask: (actor: MemberActor, form: FormData, now: Date) => Promise<Answer>,
) {
  return async (form: FormData): Promise<Answer | null> => {
    const actor = await findActor();
    const isForm = form instanceof FormData && !hasNul([...form.values()]);
    return actor && isForm && (await isFromThisSite()) ? ask(actor, form, new Date()) : null;
  };
}

/** The same for forms of people who are not signed in. */
export function visitorAction<Schema extends z.ZodObject>(
  schema: Schema,
  run: (input: z.output<Schema>, now: Date) => Promise<Outcome | undefined>,
) {
  return (_state: FormState, form: FormData): Promise<FormState> => answer(schema, form, run);
}

async function answer<Schema extends z.ZodObject>(
  schema: Schema,
  form: FormData,
  run: (input: z.output<Schema>, now: Date) => Promise<Outcome | undefined>,
): Promise<FormState> {
  // A request by hand may call an action with anything.
  if (!(form instanceof FormData)) notFound();
  const sent = fieldsOf(schema, form);
  const opened = form.get("opened");
  const values = keptValues(typeof opened === "string" ? { ...sent, opened } : sent);
  if (!(await isFromThisSite())) {
    return {
      message: "This form did not come from this site. Reload the page and try again.",
      values,
    };
  }
  if (hasNul(Object.values(sent).flat())) {
    return { message: "A character in this form cannot be kept. Type the text again.", values };
  }
  const parsed = schema.safeParse(sent, {
    error: (issue) => (issue.input === undefined ? "Fill in this field." : undefined),
  });
  if (!parsed.success) return { ...refusals(parsed.error), values };
  const outcome = await attempt(() => run(parsed.data, new Date()));
  if (outcome instanceof DomainError) {
    const { kind, message, field, others } = outcome;
    const told = field ? { errors: { [field]: message, ...others } } : { message };
    if (kind !== "conflict") return { ...told, values };
    // Something else came first: the page has to show what stands now.
    refresh();
    return { ...told, values, untouched: untouchedOf(values) };
  }
  // Also before leaving: the frame around the next page counts what waits.
  refresh();
  if (outcome?.redirectTo) redirect(outcome.redirectTo as Route);
  return {
    done: true,
    message: outcome?.message,
    ...(outcome?.isDraft || outcome?.touched ? { values } : {}),
    ...(outcome?.touched ? { touched: outcome.touched } : {}),
    ...(outcome?.results ? { results: outcome.results } : {}),
    ...(outcome?.shownOnce ? { shownOnce: outcome.shownOnce } : {}),
  };
}

/** A refusal is a value here; anything else thrown is a bug and reaches error.tsx. */
async function attempt<Result>(act: () => Promise<Result>): Promise<Result | DomainError> {
  try {
    return await act();
  } catch (thrown) {
    const error = inWordsOfMerged(thrown);
    if (!(error instanceof DomainError)) throw error;
    if (error.kind === "not-found") notFound();
    return error;
  }
}

function refusals(error: z.ZodError): Pick<FormState, "message" | "errors"> {
  const { fieldErrors, formErrors } = z.flattenError(error) as {
    fieldErrors: Record<string, string[]>;
    formErrors: string[];
  };
  const errors = Object.entries(fieldErrors).map(([name, [first = ""]]) => [name, first] as const);
  if (errors.some(([name]) => /(^id|Id)$/.test(name))) notFound();
  return { message: formErrors[0], errors: Object.fromEntries(errors) };
}

function fieldsOf(schema: z.ZodObject, form: FormData): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(schema.shape).map(([name, field]) => {
      const texts = form.getAll(name).filter((value) => typeof value === "string");
      return [name, field instanceof z.ZodArray ? texts : texts.at(0)];
    }),
  );
}

/** Shown again after a refusal, so that nothing typed is lost; passwords are never echoed. */
function keptValues(sent: Record<string, unknown>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(sent)
      .filter(([name, value]) => value !== undefined && !/password/i.test(name))
      .map(([name, value]) => [name, Array.isArray(value) ? value.join("\n") : String(value)]),
  );
}

/** PostgreSQL keeps no NUL character. */
function hasNul(texts: readonly unknown[]): boolean {
  return texts.some((text) => String(text).includes("\0"));
}

/** Next refuses a foreign Origin but lets a missing one pass; browsers send it with every form. */
export async function isFromThisSite(): Promise<boolean> {
  const sent = await headers();
  const origin = sent.get("origin");
  const host = sent.get("x-forwarded-host") ?? sent.get("host");
  return origin !== null && URL.canParse(origin) && new URL(origin).host === host;
}
