namespace CallControl; internal static class PlaceholderCore;
