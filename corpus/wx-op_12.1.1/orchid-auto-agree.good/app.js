const { onNeedPrivacyAuthorization: need } = wx
App({
  onNeed: null,
  onLaunch() { need && need((resolve) => (this.onNeed ? this.onNeed(resolve) : resolve({ event: 'disagree' }))) }
})
