import { useSyncExternalStore } from "react";

const never = () => () => {};

/** Whether scripts run here: what works only by them appears when they do. */
export function useIsLive(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}
