/** What a running library does with payments by itself. */
export interface PaymentOperations {
  /**
   * Asks the payment service for each payment that was started and not confirmed, in one process at a time, and records
   * those that are paid. Nothing without a service, or with a stand-in. Ends when the service does not answer.
   */
  readonly confirmStarted: (isStopping?: () => boolean) => Promise<void>
}
