#ifndef CLIBXML2_SHIM_H
#define CLIBXML2_SHIM_H
#include <libxml/xmlversion.h>
// Without this, libxml2's header pulls in Debian's ICU, whose types clash with Foundation's own ICU.
#undef LIBXML_ICU_ENABLED
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/HTMLparser.h>
#include <libxml/xmlerror.h>
// xmlFree is a mutable global, which Swift 6 refuses.
static inline void cxml_free(void *pointer) { if (pointer) xmlFree(pointer); }
#endif
