#include "mobile/core/link.h"
