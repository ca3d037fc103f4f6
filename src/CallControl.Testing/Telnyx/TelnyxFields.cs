using CallControl.Testing.Emulation;

namespace CallControl.Testing;

/// <summary>The fields that all commands of the vendor share.</summary>
internal static class TelnyxFields
{
    extension(RequestBody body)
    {
        public string? CommandId => body.Text("command_id");

        public string? ClientState => body.Text("client_state");
    }
}
