namespace CallControl; internal static class PlaceholderTesting;
