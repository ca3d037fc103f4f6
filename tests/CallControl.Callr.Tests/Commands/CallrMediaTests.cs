namespace CallControl.Callr.Tests;

public sealed class CallrMediaTests
{
    [Fact]
    public void Media_OfTheSameContent_IsEqual()
    {
        CallrMedia.Library(42).Should().Be(CallrMedia.Library(42)).And.NotBe(CallrMedia.Library(43));
        CallrMedia.Speech("V", "Hello").Should().Be(CallrMedia.Speech("V", "Hello")).And.NotBe(CallrMedia.Speech("V", "Bye")).And.NotBe(CallrMedia.Speech("W", "Hello"));
        CallrMedia.None.Should().Be(CallrMedia.Library(0)).And.NotBe(CallrMedia.Speech("V", "Hello"));
    }

    [Fact]
    public void Media_OfEitherKind_HasThatKindsMembersOnly()
    {
        CallrMedia.Library(42).Should().Match<CallrMedia>(media => media.LibraryId == 42 && media.Voice == null && media.Text == null);
        CallrMedia.Speech("V", "Hello").Should().Match<CallrMedia>(media => media.LibraryId == null && media.Voice == "V" && media.Text == "Hello");
    }

    [Fact]
    public void Text_OfSpeech_IsNotShown()
    {
        CallrMedia.Speech("V", "Your code is 1234").ToString().Should().Be("CallrMedia { Voice = V }");
        CallrMedia.Library(42).ToString().Should().Be("CallrMedia { LibraryId = 42 }");
    }

    [Fact]
    public void Speech_OfNull_IsRefused()
    {
        FluentActions.Invoking(() => CallrMedia.Speech(null!, "Hello")).Should().Throw<ArgumentNullException>();
        FluentActions.Invoking(() => CallrMedia.Speech("V", null!)).Should().Throw<ArgumentNullException>();
    }
}
