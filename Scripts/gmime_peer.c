// The peer for the speed of mail: every message of a mailbox parsed with GMime, its text parts decoded to UTF-8, its
// subject and sender read. Prints messages, bytes of text and CPU seconds.
//   cc -O2 gmime_peer.c $(pkg-config --cflags --libs gmime-3.0) -o gmime_peer && ./gmime_peer BOX.mbox
#include <fcntl.h>
#include <gmime/gmime.h>
#include <stdio.h>
#include <time.h>

static size_t text_bytes;

static void read_part(GMimeObject *parent, GMimeObject *object, gpointer unused) {
  (void)parent, (void)unused;
  if (GMIME_IS_MESSAGE_PART(object)) {
    GMimeMessage *inner = g_mime_message_part_get_message((GMimeMessagePart *)object);
    if (inner) g_mime_message_foreach(inner, read_part, NULL);
  } else if (GMIME_IS_TEXT_PART(object)) {
    char *text = g_mime_text_part_get_text((GMimeTextPart *)object);
    if (text) text_bytes += strlen(text);
    g_free(text);
  }
}

int main(int count, char **values) {
  int descriptor = count == 2 ? open(values[1], O_RDONLY) : -1;
  if (descriptor < 0) return 64;
  g_mime_init();
  GMimeStream *stream = g_mime_stream_fs_new(descriptor);
  GMimeParser *parser = g_mime_parser_new_with_stream(stream);
  g_mime_parser_set_format(parser, GMIME_FORMAT_MBOX);
  size_t messages = 0;
  while (!g_mime_parser_eos(parser)) {
    GMimeMessage *message = g_mime_parser_construct_message(parser, NULL);
    if (!message) break;
    messages += 1;
    g_mime_message_get_subject(message);
    char *from = internet_address_list_to_string(g_mime_message_get_from(message), NULL, FALSE);
    g_free(from);
    g_mime_message_foreach(message, read_part, NULL);
    g_object_unref(message);
  }
  printf("%zu %zu %.3f\n", messages, text_bytes, (double)clock() / CLOCKS_PER_SEC);
  return 0;
}
