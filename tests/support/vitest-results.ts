import type { Reporter, SerializedError, TestModule } from "vitest/node";
import { keepResults, named } from "./results";

/**
 * What vitest found, for the end of the gate. An error that no test awaited fails the run though
 * every test passed, so it is named as well.
 */
export default class KeptResults implements Reporter {
  onTestRunEnd(files: readonly TestModule[], unhandled: readonly SerializedError[]) {
    const tests = files.flatMap((file) => [...file.children.allTests()]);
    const failed = tests.filter((test) => test.result().state === "failed");
    keepResults({
      passed: tests.filter((test) => test.result().state === "passed").length,
      failed: [
        ...failed.map((test) =>
          named(test.module.moduleId, test.fullName, test.result().errors?.[0]?.message),
        ),
        ...files.flatMap((file) =>
          file.errors().map(({ message }) => named(file.moduleId, "the file", message)),
        ),
        ...unhandled.map((error) =>
          named(
            String(error.VITEST_TEST_PATH ?? ""),
            `${error.VITEST_TEST_NAME ?? "outside a test"}, an error that nothing awaited`,
            error.message ?? String(error),
          ),
        ),
      ],
    });
  }
}
