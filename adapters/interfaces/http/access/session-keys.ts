import type { GuardianId } from '../../../../domain/values/ids'

/** What a session holds from its beginning. */
export const sessionKey = (id: string) => ({ kind: 'session', id }) as const

/** That a guardian as whom the person acts is not erased. */
export const guardianKey = (id: string, guardian: GuardianId) => ({ kind: 'session', id: `${id} ${guardian}` }) as const

/** When a session ends unless it is used before. */
export const useKey = (id: string) => ({ kind: 'use of a session', id }) as const
