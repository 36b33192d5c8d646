/** Style sheets: urls and imports for all, rules only for those that someone asks for. */
export { isLocal, scanStyle } from './style/scan.ts'
