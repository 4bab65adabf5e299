/* The least that validating a workspace can cost: walks the same folder, reads the same files,
   and runs the same two parsers over them with callbacks that do nothing.

   usage: floor [--read] DIRECTORY        --read leaves the parsers out

   Prints what it went through, so that nothing can be optimised away. */

#define _GNU_SOURCE
#include <dirent.h>
#include <fcntl.h>
#include <md4c.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <yaml.h>

enum { DEEPEST = 64 };

static struct {
  unsigned long files, bytes, documents, markdown_failures, yaml_events, yaml_failures;
} seen;

static int only_read;
static char *buffer;
static size_t capacity;

static void die(const char *what) {
  perror(what);
  exit(2);
}

static int on_block(MD_BLOCKTYPE type, void *detail, void *context) {
  (void)type, (void)detail, (void)context;
  return 0;
}

static int on_span(MD_SPANTYPE type, void *detail, void *context) {
  (void)type, (void)detail, (void)context;
  return 0;
}

static int on_text(MD_TEXTTYPE type, const MD_CHAR *text, MD_SIZE size, void *context) {
  (void)type, (void)text, (void)size, (void)context;
  return 0;
}

static void parse_markdown(size_t size) {
  static const MD_PARSER parser = {
      .flags = MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH | MD_FLAG_NOINDENTEDCODEBLOCKS,
      .enter_block = on_block,
      .leave_block = on_block,
      .enter_span = on_span,
      .leave_span = on_span,
      .text = on_text,
  };
  seen.documents += 1;
  seen.markdown_failures += md_parse(buffer, (MD_SIZE)size, &parser, NULL) != 0;
}

static void parse_yaml(size_t size) {
  yaml_parser_t parser;
  yaml_event_t event;
  if (!yaml_parser_initialize(&parser)) die("yaml");
  yaml_parser_set_input_string(&parser, (const unsigned char *)buffer, size);
  for (int more = 1; more;) {
    if (!yaml_parser_parse(&parser, &event)) {
      seen.yaml_failures += 1;
      break;
    }
    seen.yaml_events += 1;
    more = event.type != YAML_STREAM_END_EVENT;
    yaml_event_delete(&event);
  }
  yaml_parser_delete(&parser);
}

static int ends_with(const char *name, const char *end) {
  size_t length = strlen(name), wanted = strlen(end);
  return length > wanted && strcmp(name + length - wanted, end) == 0;
}

static void read_file(int folder, const char *name) {
  int file = openat(folder, name, O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
  struct stat status;
  if (file < 0 || fstat(file, &status) != 0) die(name);
  size_t size = (size_t)status.st_size, done = 0;
  if (size > capacity) {
    capacity = size * 2;
    free(buffer);
    if (!(buffer = malloc(capacity))) die("malloc");
  }
  while (done < size) {
    ssize_t count = read(file, buffer + done, size - done);
    if (count < 0) die(name);
    if (count == 0) break;
    done += (size_t)count;
  }
  close(file);
  seen.files += 1;
  seen.bytes += done;
  if (only_read) return;
  if (ends_with(name, ".md")) {
    parse_markdown(done);
  } else {
    parse_yaml(done);
  }
}

static void walk(int parent, const char *name, int depth) {
  int folder = openat(parent, name, O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW);
  DIR *entries = folder < 0 || depth > DEEPEST ? NULL : fdopendir(folder);
  if (!entries) die(name);
  for (struct dirent *entry; (entry = readdir(entries));) {
    if (strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0) continue;
    if (entry->d_type == DT_DIR) {
      walk(folder, entry->d_name, depth + 1);
    } else if (ends_with(entry->d_name, ".md") || ends_with(entry->d_name, ".yaml")) {
      read_file(folder, entry->d_name);
    }
  }
  closedir(entries);
}

int main(int count, char **arguments) {
  only_read = count == 3 && strcmp(arguments[1], "--read") == 0;
  if (count != 2 + only_read) {
    fprintf(stderr, "usage: floor [--read] DIRECTORY\n");
    return 64;
  }
  walk(AT_FDCWD, arguments[1 + only_read], 0);
  printf("files %lu\nbytes %lu\ndocuments %lu\nevents %lu\nfailures %lu\n", seen.files, seen.bytes,
         seen.documents, seen.yaml_events, seen.markdown_failures + seen.yaml_failures);
  return 0;
}
