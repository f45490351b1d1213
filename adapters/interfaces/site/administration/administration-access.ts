import type { HttpCaller } from '../../http/tokens/caller'

/** Administrators run the system. Auditors read, and personal values are withheld from them. */
export const mayAct = ({ role }: HttpCaller): boolean => role === 'administrator'

/** A personal value as the caller may read it; null where it is withheld from an auditor. */
export const unlessAuditor =
  ({ role }: HttpCaller) =>
  <A>(value: A): A | null =>
    role === 'auditor' ? null : value
