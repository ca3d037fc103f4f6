namespace CallControl; internal static class PlaceholderAbstractions;
