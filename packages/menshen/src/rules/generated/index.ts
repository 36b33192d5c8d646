// Written by scripts/generate.ts from the folders of src/rules. Do not edit.
import type { Rule } from '../kit.ts'
import addressInsecure from '../address-insecure/rule.ts'
import apiDeprecated from '../api-deprecated/rule.ts'
import apiNonPublic from '../api-non-public/rule.ts'
import backgroundModeUnused from '../background-mode-unused/rule.ts'
import codeDynamic from '../code-dynamic/rule.ts'
import complaintMissing from '../complaint-missing/rule.ts'
import componentUnresolved from '../component-unresolved/rule.ts'
import configInvalid from '../config-invalid/rule.ts'
import configLocationUndeclared from '../config-location-undeclared/rule.ts'
import contactMissing from '../contact-missing/rule.ts'
import controlWithoutEffect from '../control-without-effect/rule.ts'
import dataDeletionMissing from '../data-deletion-missing/rule.ts'
import donationPayment from '../donation-payment/rule.ts'
import downloadWall from '../download-wall/rule.ts'
import followWall from '../follow-wall/rule.ts'
import foreignPayment from '../foreign-payment/rule.ts'
import iosVirtualGoods from '../ios-virtual-goods/rule.ts'
import locationForControl from '../location-for-control/rule.ts'
import locationFromIp from '../location-from-ip/rule.ts'
import locationNeedless from '../location-needless/rule.ts'
import logOutMissing from '../log-out-missing/rule.ts'
import loginWall from '../login-wall/rule.ts'
import loginWayDead from '../login-way-dead/rule.ts'
import mediaPlayingUnasked from '../media-playing-unasked/rule.ts'
import nativeFunctionReplaced from '../native-function-replaced/rule.ts'
import navigationTargetMissing from '../navigation-target-missing/rule.ts'
import otherPlatformLogin from '../other-platform-login/rule.ts'
import otherPlatformWords from '../other-platform-words/rule.ts'
import outsideLinkCopied from '../outside-link-copied/rule.ts'
import packageOversize from '../package-oversize/rule.ts'
import pageFilesMissing from '../page-files-missing/rule.ts'
import pageStub from '../page-stub/rule.ts'
import paymentDummy from '../payment-dummy/rule.ts'
import paymentUnannounced from '../payment-unannounced/rule.ts'
import paymentUnmentioned from '../payment-unmentioned/rule.ts'
import personalDataToThirdParty from '../personal-data-to-third-party/rule.ts'
import phoneBeforeLaunch from '../phone-before-launch/rule.ts'
import phoneButtonWords from '../phone-button-words/rule.ts'
import plainTransport from '../plain-transport/rule.ts'
import platformLoginMissing from '../platform-login-missing/rule.ts'
import programDirectory from '../program-directory/rule.ts'
import programJumpUnasked from '../program-jump-unasked/rule.ts'
import promptOnEntry from '../prompt-on-entry/rule.ts'
import refusalUnheeded from '../refusal-unheeded/rule.ts'
import reviewSwitch from '../review-switch/rule.ts'
import secretInPackage from '../secret-in-package/rule.ts'
import serviceChatBait from '../service-chat-bait/rule.ts'
import sharePressure from '../share-pressure/rule.ts'
import shareReward from '../share-reward/rule.ts'
import shareWall from '../share-wall/rule.ts'
import tabBarInvalid from '../tab-bar-invalid/rule.ts'
import testAccountMissing from '../test-account-missing/rule.ts'
import transferPayment from '../transfer-payment/rule.ts'
import unfinishedContent from '../unfinished-content/rule.ts'
import userContentUnfiltered from '../user-content-unfiltered/rule.ts'
import webPagesOnly from '../web-pages-only/rule.ts'

/** Every rule by its id. */
export const rules: ReadonlyMap<string, Rule> = new Map<string, Rule>([
  ['address-insecure', addressInsecure],
  ['api-deprecated', apiDeprecated],
  ['api-non-public', apiNonPublic],
  ['background-mode-unused', backgroundModeUnused],
  ['code-dynamic', codeDynamic],
  ['complaint-missing', complaintMissing],
  ['component-unresolved', componentUnresolved],
  ['config-invalid', configInvalid],
  ['config-location-undeclared', configLocationUndeclared],
  ['contact-missing', contactMissing],
  ['control-without-effect', controlWithoutEffect],
  ['data-deletion-missing', dataDeletionMissing],
  ['donation-payment', donationPayment],
  ['download-wall', downloadWall],
  ['follow-wall', followWall],
  ['foreign-payment', foreignPayment],
  ['ios-virtual-goods', iosVirtualGoods],
  ['location-for-control', locationForControl],
  ['location-from-ip', locationFromIp],
  ['location-needless', locationNeedless],
  ['log-out-missing', logOutMissing],
  ['login-wall', loginWall],
  ['login-way-dead', loginWayDead],
  ['media-playing-unasked', mediaPlayingUnasked],
  ['native-function-replaced', nativeFunctionReplaced],
  ['navigation-target-missing', navigationTargetMissing],
  ['other-platform-login', otherPlatformLogin],
  ['other-platform-words', otherPlatformWords],
  ['outside-link-copied', outsideLinkCopied],
  ['package-oversize', packageOversize],
  ['page-files-missing', pageFilesMissing],
  ['page-stub', pageStub],
  ['payment-dummy', paymentDummy],
  ['payment-unannounced', paymentUnannounced],
  ['payment-unmentioned', paymentUnmentioned],
  ['personal-data-to-third-party', personalDataToThirdParty],
  ['phone-before-launch', phoneBeforeLaunch],
  ['phone-button-words', phoneButtonWords],
  ['plain-transport', plainTransport],
  ['platform-login-missing', platformLoginMissing],
  ['program-directory', programDirectory],
  ['program-jump-unasked', programJumpUnasked],
  ['prompt-on-entry', promptOnEntry],
  ['refusal-unheeded', refusalUnheeded],
  ['review-switch', reviewSwitch],
  ['secret-in-package', secretInPackage],
  ['service-chat-bait', serviceChatBait],
  ['share-pressure', sharePressure],
  ['share-reward', shareReward],
  ['share-wall', shareWall],
  ['tab-bar-invalid', tabBarInvalid],
  ['test-account-missing', testAccountMissing],
  ['transfer-payment', transferPayment],
  ['unfinished-content', unfinishedContent],
  ['user-content-unfiltered', userContentUnfiltered],
  ['web-pages-only', webPagesOnly],
])
