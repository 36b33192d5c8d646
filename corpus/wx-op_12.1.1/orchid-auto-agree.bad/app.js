const { onNeedPrivacyAuthorization: need } = wx
App({
  onLaunch() { need && need((resolve) => resolve({ event: 'agree' })) }
})
