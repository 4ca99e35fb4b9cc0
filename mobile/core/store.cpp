#include "mobile/core/store.h"
