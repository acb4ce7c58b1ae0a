# Invitations to print and hand out.

leaflets-title = Invitations: { $alliance }
leaflets-count = { $count ->
    [one] { $count } invitation
   *[other] { $count } invitations
}
leaflets-caution = Each link is personal: the first person to open it joins under that name. Hand each one over in person and do not publish them.
leaflets-nobody = Everybody is connected already: there is nobody to invite.

leaflets-invitation = A personal invitation
leaflets-how = Point your phone’s camera at the code or open the link, then tap “Start”.
leaflets-moment = { $moment } ({ $zone })
leaflets-until = Valid until { leaflets-moment }

leaflets-name = Name
leaflets-organisation = Organisation
leaflets-link = Link
leaflets-expires = Valid until
