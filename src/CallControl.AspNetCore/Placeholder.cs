namespace CallControl; internal static class PlaceholderAspNetCore;
