/**
 * English that stands alone begins like a sentence: names of states and findings are written as they stand inside of one.
 * Names of code (`wx.login`, `setData`, `pages/home`) stay as they are, and so does Chinese.
 */
export const sentence = (text: string): string => text.replace(/^[a-z]+(?=[\s,:;’']|$)/, (word) => word[0]!.toUpperCase() + word.slice(1))
