#include "mobile/core/client.h"
