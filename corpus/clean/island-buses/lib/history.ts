const KEY = 'recent'
/** 最近看过的线路，只存在本机 */
export const record = (id: string): void => wx.setStorageSync(KEY, [id, ...recent().filter((x) => x !== id)].slice(0, 5))
export const recent = (): string[] => wx.getStorageSync(KEY) || []
