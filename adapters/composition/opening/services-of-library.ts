import { createStandInCameras } from '../../outside/cameras/stand-in-cameras'
import { standInPaymentProvider } from '../../outside/payment/stand-in-payment-provider'
import { defaultEscrowDays } from '../epochs/escrow-settings'
import { renderWithBuiltInTexts } from '../messages/render-with-built-in-texts'
import type { OpenRunningLibraryOptions } from '../open-running-library-options'

/** What a library uses besides its stores, as the options say. Only the demo library has stand-ins for a payment service and for cameras. */
export const servicesOfLibrary = (options: OpenRunningLibraryOptions, isDemo: boolean) => ({
  escrowDays: options.escrowDays ?? defaultEscrowDays,
  renderMessage: options.renderMessage ?? renderWithBuiltInTexts,
  cprRegister: options.cprRegister,
  livePictures: options.livePictures ?? (isDemo ? createStandInCameras(Date.now) : undefined),
  paymentProvider: options.paymentProvider ?? (isDemo ? standInPaymentProvider : undefined),
})
