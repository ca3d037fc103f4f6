namespace CallControl; internal static class PlaceholderSessionGateway;
