/** Milliseconds since some moment. The global `performance` would do as well, but brings a good deal of Node along when it is first touched. */
export const now = (): number => {
  const [seconds, nanoseconds] = process.hrtime()
  return seconds * 1000 + nanoseconds / 1e6
}
