/**
 * The numbers of PostgreSQL's advisory locks: those who hold the same number take turns. They stand
 * together because two acts that share a number by accident hold up each other.
 */
export const MIGRATING = 7_230_915;
export const SEALING = 7_230_916;
export const IMPORTING = 7_230_917;
/** Held by a trigger of role_grants. */
export const KEEPING_ADMINISTRATORS = 7_230_918;
export const DRAWING_AUDITS = 7_230_919;
