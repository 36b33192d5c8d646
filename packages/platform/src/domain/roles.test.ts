import { expect, test } from 'vitest'
import { may, PERMISSIONS, type Permission, permissionName, permissionsOf, roleFor } from './roles.ts'
import { ROLES, type Role } from './words.ts'

/** By hand, a column for each role: what it may do, and by leaving the rest out, what it may not. */
const EVERYBODY = ['directory.see', 'queue-numbers.see', 'rulebook.see', 'session.open']
const SIGNED_IN = [...EVERYBODY, 'session.own', 'account.own']
const DEVELOPER = [
  ...SIGNED_IN,
  'account.verify-mail',
  'account.close',
  'entity.enter',
  'document.upload',
  'certification.apply',
  'program.create',
  'program.own',
  'listing.edit',
  'version.upload',
  'version.share',
  'version.submit',
  'version.withdraw',
  'version.answer',
  'decision.own',
  'appeal.file',
  'complaint.file',
  'duty.attest',
]
const REVIEWER = [
  ...SIGNED_IN,
  'queue.see',
  'review.claim',
  'evidence.see',
  'code.see',
  'test-account.see',
  'review.decide',
  'decision.see',
]
const EXPECTED: Readonly<Record<Role, readonly string[]>> = {
  visitor: [...EVERYBODY, 'account.register', 'account.verify-mail', 'complaint.file'],
  complainant: [...EVERYBODY, 'decision.own', 'appeal.file', 'complaint.file'],
  developer: DEVELOPER,
  'program-admin': [...DEVELOPER, 'program.manage', 'program.members', 'version.expedite', 'version.release'],
  'outside-reviewer': [
    ...SIGNED_IN,
    'queue.see',
    'review.claim',
    'review.recommend',
    'evidence.see',
    'code.see',
    'test-account.see',
    'certification.advise',
  ],
  reviewer: REVIEWER,
  'senior-reviewer': [
    ...REVIEWER,
    'review.confirm',
    'release.stop',
    'penalty.propose',
    'penalty.confirm',
    'blocklist.edit',
    'lead.see',
    'quality.see',
  ],
  appeals: [
    ...SIGNED_IN,
    'personal-data.see',
    'document.reverse',
    'certification.reverse',
    'evidence.see',
    'code.see',
    'decision.see',
    'appeal.decide',
  ],
  complaints: [...SIGNED_IN, 'personal-data.see', 'evidence.see', 'decision.see', 'complaint.handle', 'duty.verify'],
  'entity-checker': [
    ...SIGNED_IN,
    'entity.check',
    'identity-papers.see',
    'personal-data.see',
    'document.check',
    'document.reverse',
    'certification.decide',
    'certification.reverse',
  ],
  'policy-editor': [...SIGNED_IN, 'rulebook.edit', 'rulebook.confirm'],
  operator: [...SIGNED_IN, 'role.grant', 'role.confirm', 'operation.see', 'operation.switch', 'audit.verify'],
  auditor: [...SIGNED_IN, 'decision.see', 'lead.see', 'quality.see', 'audit.read', 'audit.verify'],
  system: [],
}

test('should give each role what is written down, cell by cell', () => {
  for (const role of ROLES)
    for (const permission of PERMISSIONS)
      expect(`${role} ${permission} ${may(role, permission)}`).toBe(`${role} ${permission} ${EXPECTED[role].includes(permission)}`)
  for (const role of ROLES) expect([...permissionsOf(role)].sort()).toEqual([...EXPECTED[role]].sort())
})
test('should deny what nobody named', () => {
  for (const role of ROLES)
    for (const name of ['', 'audit.edit', 'constructor', '__proto__', 'toString']) expect(may(role, name)).toBe(false)
  expect(may('root' as Role, 'audit.read')).toBe(false)
})
test('should name every permission in both languages', () => {
  for (const permission of PERMISSIONS) {
    const { zh, en } = permissionName(permission)
    expect([/\p{Script=Han}/u.test(zh), /^[\x20-\x7e’]+$/.test(en)]).toEqual([true, true])
  }
})
test('should find the role to act in among those held, and never the platform’s own', () => {
  expect(roleFor(['developer', 'reviewer'], 'review.decide')).toBe('reviewer')
  expect(roleFor(['developer'], 'review.decide' satisfies Permission)).toBe(null)
  expect(roleFor(['system'], 'directory.see')).toBe(null)
})
