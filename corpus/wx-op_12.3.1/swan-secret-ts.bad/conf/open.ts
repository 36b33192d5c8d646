export const OPEN = {
  id: 'wx8c1f0d2e3a4b5c6d',
  key: ['9f3c1a7be24d', '58f0a6c4b1d2', 'e3f49077'].join('')
} as const
