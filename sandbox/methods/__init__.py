"""The Bot API methods that the sandbox implements."""

from collections.abc import Callable, Mapping
from typing import Any

from sandbox.methods import chats, edits, media, messages, polls, profile, queries, updates
from sandbox.outgoing import Params
from sandbox.world import World

Handler = Callable[[World, Params], Any]
"""Returns the method's result, or an awaitable of it; refuses with an ApiError."""

METHODS: Mapping[str, Handler] = {
    "answerCallbackQuery": queries.answer_callback_query,
    "answerInlineQuery": queries.answer_inline_query,
    "approveChatJoinRequest": chats.approve_join_request,
    "banChatMember": chats.ban_chat_member,
    "close": profile.log_out,
    "copyMessage": messages.copy_message,
    "copyMessages": messages.copy_messages,
    "createChatInviteLink": chats.create_invite_link,
    "declineChatJoinRequest": chats.decline_join_request,
    "deleteMessage": messages.delete_message,
    "deleteMessages": messages.delete_messages,
    "deleteMyCommands": profile.delete_my_commands,
    "deleteWebhook": updates.delete_webhook,
    "editMessageCaption": edits.edit_caption,
    "editMessageMedia": edits.edit_media,
    "editMessageReplyMarkup": edits.edit_reply_markup,
    "editMessageText": edits.edit_text,
    "exportChatInviteLink": chats.export_invite_link,
    "forwardMessage": messages.forward_message,
    "forwardMessages": messages.forward_messages,
    "getChat": chats.get_chat,
    "getChatAdministrators": chats.get_chat_administrators,
    "getChatMember": chats.get_chat_member,
    "getChatMemberCount": chats.get_chat_member_count,
    "getChatMenuButton": profile.get_chat_menu_button,
    "getFile": media.get_file,
    "getMe": profile.get_me,
    "getMyCommands": profile.get_my_commands,
    "getMyDescription": profile.get_my_description,
    "getMyName": profile.get_my_name,
    "getMyShortDescription": profile.get_my_short_description,
    "getUpdates": updates.get_updates,
    "getWebhookInfo": updates.get_webhook_info,
    "leaveChat": chats.leave_chat,
    "logOut": profile.log_out,
    "pinChatMessage": chats.pin_chat_message,
    "sendAnimation": media.sender("animation"),
    "sendAudio": media.sender("audio"),
    "sendChatAction": messages.send_chat_action,
    "sendContact": messages.send_contact,
    "sendDocument": media.sender("document"),
    "sendLocation": messages.send_location,
    "sendMediaGroup": media.send_media_group,
    "sendMessage": messages.send_message,
    "sendPhoto": media.sender("photo"),
    "sendPoll": polls.send_poll,
    "sendVenue": messages.send_venue,
    "sendVideo": media.sender("video"),
    "sendVoice": media.sender("voice"),
    "setChatMenuButton": profile.set_chat_menu_button,
    "setMessageReaction": chats.set_message_reaction,
    "setMyCommands": profile.set_my_commands,
    "setMyDescription": profile.set_my_description,
    "setMyName": profile.set_my_name,
    "setMyShortDescription": profile.set_my_short_description,
    "setWebhook": updates.set_webhook,
    "stopPoll": polls.stop_poll,
    "unbanChatMember": chats.unban_chat_member,
    "unpinAllChatMessages": chats.unpin_all_chat_messages,
    "unpinChatMessage": chats.unpin_chat_message,
}
