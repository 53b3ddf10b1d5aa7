"use client";

import { createContext } from "react";

/** What was ticked in the form around when it was last sent and asked about; empty otherwise. */
export const KeptChoices = createContext<ReadonlySet<string>>(new Set());
