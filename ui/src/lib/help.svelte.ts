/** Whether the manual lies open; F1 and the sign in the top bar both open it. */
export const manual = $state({ open: false });
