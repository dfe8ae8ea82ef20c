import { table } from "../../core/registry.ts";

/** Who reads whole mails, which protocols carry to and from servers: the one key is {@link MAIL}. */
export const mails = table("mail");

/** The key of {@link mails}. */
export const MAIL = 0;
