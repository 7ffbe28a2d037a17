/**
 * The built-in roles of Microsoft Entra that this program can need, by name and template ID.
 *
 * learn.microsoft.com/entra/identity/role-based-access-control/permissions-reference
 */
export const directoryRoles = {
  "Cloud Application Administrator": "158c047a-c907-4556-b7ef-446551a6b5f7",
  "Conditional Access Administrator": "b1be1c3e-b65d-4f19-8427-f6fa0d97feb9",
  "Global Administrator": "62e90394-69f5-4237-9190-012177145e10",
  "Groups Administrator": "fdd7a751-b60b-444a-984c-02652fe8fa1c",
  "Guest Inviter": "95e79109-95c0-4d8e-aee3-d01accf2d47b",
  "Privileged Authentication Administrator": "7be44c8a-adaf-4e2a-84d6-ab2649e08a13",
  "Privileged Role Administrator": "e8611ab8-c189-46e8-94e1-60213ab1f814",
  "User Administrator": "fe930be7-5e62-47db-91af-98c3a49a38b1",
} as const;

export type DirectoryRole = keyof typeof directoryRoles;
