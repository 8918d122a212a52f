/** The numbers that HTTP gives to answers, as a pattern. */
export const STATUS_CODE =
  '10[0-3]|20[0-8]|226|30[0-8]|40\\d|41[0-8]|42[1-689]|431|451|50[0-8]|51[01]';
