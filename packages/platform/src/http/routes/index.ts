/** The handlers of all routes; a route of the contract that none of these answers does not compile. */
import type { Handlers } from '../call.ts'
import { ACCOUNT_ROUTES } from './accounts.ts'
import { APPEAL_ROUTES } from './appeals.ts'
import { DIRECTORY_ROUTES } from './directory.ts'
import { ENTITY_ROUTES } from './entity.ts'
import { PLATFORM_ROUTES } from './platform.ts'
import { POLICY_ROUTES } from './policy.ts'
import { PROGRAM_ROUTES } from './programs.ts'
import { RELEASE_ROUTES } from './release.ts'
import { REVIEW_ROUTES } from './review.ts'
import { STAFF_ROUTES } from './staff.ts'
import { VERSION_ROUTES } from './versions.ts'

export const ROUTES: Handlers = {
  ...PLATFORM_ROUTES,
  ...ACCOUNT_ROUTES,
  ...ENTITY_ROUTES,
  ...PROGRAM_ROUTES,
  ...VERSION_ROUTES,
  ...RELEASE_ROUTES,
  ...DIRECTORY_ROUTES,
  ...REVIEW_ROUTES,
  ...APPEAL_ROUTES,
  ...STAFF_ROUTES,
  ...POLICY_ROUTES,
}
