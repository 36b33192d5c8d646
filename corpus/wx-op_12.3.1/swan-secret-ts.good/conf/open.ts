export const OPEN = {
  id: 'wx8c1f0d2e3a4b5c6d',
  key: ['SWAN', 'APP', 'SECRET'].join('_')
} as const
