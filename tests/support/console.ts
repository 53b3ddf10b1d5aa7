import { format } from "node:util";
import { afterEach, expect } from "vitest";

// What ends in console.error would worry somebody who reads the log: it fails the test.
let errors: string[] = [];
console.error = (...parts) => errors.push(format(...parts));

afterEach(() => {
  const found = errors;
  errors = [];
  expect(found, "nothing is written to console.error").toEqual([]);
});
