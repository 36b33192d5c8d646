export * as hello from './hello'
export { list as fruits } from './fruits'
