import { steps } from './steps'
export const station = (page) => {
  const { onLoad } = page
  page.onLoad = function (query) {
    if (onLoad) onLoad.call(this, query)
    steps.forEach((step) => step(this))
  }
  Page(page)
}
