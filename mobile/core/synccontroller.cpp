#include "mobile/core/synccontroller.h"
